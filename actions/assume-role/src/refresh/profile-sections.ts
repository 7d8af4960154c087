/** Profiles in AWS config files: which there are, and which of them an earlier step of ours wrote. Pure. */
import { optionsOf, replaceSections, sectionsOf } from '../config-sections.ts';

/** A profile's section. */
export interface ProfileSection {
  /** `default` for `[default]`. */
  readonly profile: string;
  /** The header's line, counted from 1. */
  readonly line: number;
  /** Names of its settings, in lower case. */
  readonly settings: readonly string[];
}

/** The second line of each section of ours; after it stands the plan's path as it is, by which `end` finds what it has to take out. */
const mark = '# slipway/assume-role ';

/** The profiles of a file. In a config file they are `[default]` and `[profile x]`; in a credentials file the name stands alone. */
export function profilesOf(text: string, kind: 'config' | 'credentials'): ProfileSection[] {
  let line = 1;
  return sectionsOf(text).flatMap((section) => {
    const at = line;
    line += section.text.split('\n').length - 1;
    const profile = profileName(section.name, kind);
    if (profile === undefined) return [];
    return [{ profile, line: at, settings: [...optionsOf(bodyOf(section.text)).keys()] }];
  });
}

/** A section of ours; it ends with a line break. */
export function ownSection(profile: string, planFile: string, settings: Readonly<Record<string, string>>): string {
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`);
  return [headerOf(profile), `${mark}${planFile}`, ...lines, ''].join('\n');
}

/** The text without the sections that an earlier step of ours wrote for these profiles; every other byte stays. */
export function withoutOwn(text: string, profiles: readonly string[]): string {
  const headers = profiles.map(headerOf);
  const isOutdated = (section: string) => headers.some((header) => section.startsWith(`${header}\n${mark}`));
  return replaceSections(text, isOutdated, '');
}

function headerOf(profile: string): string {
  return profile === 'default' ? '[default]' : `[profile ${profile}]`;
}

function bodyOf(section: string): string {
  return section.slice(section.indexOf('\n') + 1);
}

function profileName(section: string, kind: 'config' | 'credentials'): string | undefined {
  if (section.startsWith('profile ')) return section.slice('profile '.length);
  return section === 'default' || (kind === 'credentials' && section !== '') ? section : undefined;
}
