/** What a person sees: a line a step with a spinner and its time; plain lines where there is no terminal. */
import ora from 'ora';

/** A line that is being worked on. */
export interface Line {
  /** Replaces the text behind the name. */
  update(text: string): void;
  done(text: string): void;
  failed(text: string): void;
  skipped(text: string): void;
}

/** The screen. */
export interface View {
  /** Starts a line. */
  line(name: string): Line;
  print(text?: string): void;
}

const nameWidth = 18;
/** Narrower terminals, and those that do not know their width, get plain lines. */
const narrowest = 60;

/** A view for a stream; it spins only on a terminal. */
export function createView(stream: NodeJS.WriteStream, now: () => number = Date.now): View {
  const live = stream.isTTY === true && stream.columns >= narrowest && process.env['CI'] === undefined;
  return {
    print: (text = '') => void stream.write(`${text}\n`),
    line(name) {
      const start = now();
      const label = name.padEnd(nameWidth);
      const elapsed = () => `${((now() - start) / 1000).toFixed(1)} s`;
      const spinner = live ? ora({ text: label, suffixText: elapsed, stream, discardStdin: false, hideCursor: false }).start() : undefined;
      const end = (mark: string, text: string) => {
        spinner?.stop();
        stream.write(`${mark} ${label} ${elapsed().padStart(7)}  ${text}\n`);
      };
      return {
        update: (text) => {
          if (spinner) spinner.text = `${label} ${text}`;
        },
        done: (text) => end('✓', text),
        failed: (text) => end('✗', text),
        skipped: (text) => end('–', text),
      };
    },
  };
}
