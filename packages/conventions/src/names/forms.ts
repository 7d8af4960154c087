/** Forms of names: what a name is made of, piece by piece, so that a known beginning can be told right or hopeless. */
import { stageOf, withBothSpellings } from './environments.ts';

/** A piece of a form: one of some texts, or whatever fits. */
export type Piece =
  | readonly string[]
  | {
      /** True for a whole piece. */
      readonly whole: (text: string) => boolean;
      /** True for the beginning of one, not empty. */
      readonly begin: (text: string) => boolean;
    };

const lowerCase = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const lowerCaseBegun = /^[a-z0-9]+(-[a-z0-9]+)*-?$/;

/** Lower-case words with single hyphens. */
export const words: Piece = { whole: (text) => lowerCase.test(text), begin: (text) => lowerCaseBegun.test(text) };

/** The 12 digits of an account. */
export const account: Piece = { whole: (text) => /^\d{12}$/.test(text), begin: (text) => /^\d{1,12}$/.test(text) };

/** `<env>`: one of the names given, or two words and more. */
export function environmentPiece(environments: readonly string[]): Piece {
  if (environments.length > 0) return withBothSpellings(environments);
  return { whole: (text) => lowerCase.test(text) && text.includes('-'), begin: (text) => lowerCaseBegun.test(text) };
}

/** `<stage>`: what stands before the domain. */
export function stagePiece(environments: readonly string[]): Piece {
  if (environments.length > 0) return withBothSpellings(environments).map(stageOf);
  const isStage = (text: string) => lowerCase.test(text) && stageOf(text) === text;
  return { whole: isStage, begin: (text) => isStage(text) || 'shared-services'.startsWith(text) };
}

/** Whether a name that begins so can still become one of the forms. @param limit the most characters that the name may have */
export function canBegin(prefix: string, limit: number, forms: readonly (readonly Piece[])[]): boolean {
  return prefix.length <= limit && forms.some((pieces) => fitsFrom(prefix, pieces));
}

function fitsFrom(prefix: string, pieces: readonly Piece[]): boolean {
  if (prefix === '') return true;
  const [head, ...rest] = pieces;
  if (!head) return false;
  if (isTexts(head)) return head.some((text) => text.startsWith(prefix) || (prefix.startsWith(text) && fitsFrom(prefix.slice(text.length), rest)));
  if (head.begin(prefix)) return true;
  for (let length = 1; length <= prefix.length; length += 1) {
    if (head.whole(prefix.slice(0, length)) && fitsFrom(prefix.slice(length), rest)) return true;
  }
  return false;
}

function isTexts(piece: Piece): piece is readonly string[] {
  return Array.isArray(piece);
}
