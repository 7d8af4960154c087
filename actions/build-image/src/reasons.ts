/** The action's own failure reasons, besides the shared ones. */
export const reasons = ['builder-missing', 'build-failed', 'tag-immutable', 'repository-missing', 'push-denied', 'archive-invalid'] as const;
