/** Secrets that can be told by their form alone, wherever they stand. */

/** What stands in the place of a hidden value. */
export const hidden = '(sensitive)';

/** Sources: GitHub, GitLab, Slack, Stripe, Google, npm, HashiCorp Vault, AWS, OpenAI, SendGrid token formats; RFC 7468; RFC 7519. */
const forms: readonly RegExp[] = [
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g,
  /-----BEGIN (?!CERTIFICATE)[A-Z0-9 ]+-----[\s\S]*?(?:-----END [A-Z0-9 ]+-----|$)/g,
  /\beyJ[\w-]{8,}\.[\w-]{4,}\.[\w-]*/g,
  /\bgh[pousr]_[A-Za-z0-9]{20,}/g,
  /\bgithub_pat_[A-Za-z0-9_]{20,}/g,
  /\bglpat-[\w-]{16,}/g,
  /\bxox[abeoprs]-[\w-]{8,}/g,
  /\b[rs]k_(?:live|test)_[A-Za-z0-9]{10,}/g,
  /\bAIza[\w-]{35}/g,
  /\bnpm_[A-Za-z0-9]{30,}/g,
  /\bhv[bs]\.[\w-]{20,}/g,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\bsk-[\w-]{20,}/g,
  /\bSG\.[\w-]{16,}\.[\w-]{16,}/g,
];

/** `scheme://user:password@host`: only the password goes. */
const urlPassword = /\b([a-z][a-z0-9+.-]*:\/\/[^\s/:@]*):([^\s/@]+)@/gi;

/** 32 bytes in base64 (44 characters with `=`) or base64url (43): letters of both cases and digits, nothing else around. */
const thirtyTwoBytes =
  /(?<![A-Za-z0-9+/_=-])(?=[A-Za-z0-9+/_-]*[a-z])(?=[A-Za-z0-9+/_-]*[A-Z])(?=[A-Za-z0-9+/_-]*\d)[A-Za-z0-9+/_-]{43}=?(?![A-Za-z0-9+/_=-])/g;

/** Something of each form above: one look at the text instead of one for each form. */
const hint = /-----BEGIN |eyJ|gh[pousr]_|github_pat_|glpat-|xox|k_(?:live|test)_|AIza|npm_|hv[bs]\.|AKIA|ASIA|sk-|SG\./;
const thirtyTwoBytesLength = 43;

/** The text without what looks like a secret. */
export function hideSecretForms(text: string): string {
  let clean = text;
  if (hint.test(text)) for (const form of forms) clean = clean.replace(form, hidden);
  if (clean.includes('://')) clean = clean.replace(urlPassword, `$1:${hidden}@`);
  return clean.length < thirtyTwoBytesLength ? clean : clean.replace(thirtyTwoBytes, hidden);
}
