/** How long one request may take. */

/** Milliseconds to connect. */
export const connectTimeoutMs = 5_000;
/** Milliseconds for an answer to a request that was sent. */
export const answerTimeoutMs = 10_000;
