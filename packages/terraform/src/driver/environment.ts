/** The environment that terraform and all it starts may see. */

/** What shapes it. */
export interface EnvironmentOptions {
  readonly workspace: string;
  /** Values that must not be there under any name: the plan's passphrase. */
  readonly withhold: readonly string[];
  /** Marks what terraform starts, so that it can be found and ended. */
  readonly mark: string;
}

/** The variable that carries the mark. */
export const markVariable = 'SLIPWAY_TERRAFORM_RUN';

/**
 * The step's environment without its inputs and state, without what is withheld; never interactive, no version check.
 * TF_CLI_CONFIG_FILE, TF_VAR_…, TF_CLI_ARGS…, TF_DATA_DIR and the rest stay as they are.
 */
export function terraformEnvironment(all: Readonly<Record<string, string>>, options: EnvironmentOptions): Record<string, string> {
  const kept = Object.entries(all).filter(
    ([name, value]) => !/^(INPUT|STATE)_/.test(name) && !options.withhold.some((secret) => secret !== '' && value.includes(secret)),
  );
  return {
    ...Object.fromEntries(kept),
    TF_WORKSPACE: options.workspace,
    TF_INPUT: 'false',
    TF_IN_AUTOMATION: 'true',
    CHECKPOINT_DISABLE: 'true',
    [markVariable]: options.mark,
  };
}
