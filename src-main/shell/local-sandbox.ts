// The contact centre of the sign-in choice "Local sandbox": a child process of the app that speaks the same protocol as a real one.
import { utilityProcess } from 'electron';
import * as v from 'valibot';

/** The line of JSON the sandbox says when it listens; the rest of it is for test tools. */
const helloSchema = v.object({ url: v.pipe(v.string(), v.url()) });

const START_LIMIT = 10_000;

export interface LocalSandbox {
  /** Base URL of the running sandbox, started on first use; null when it could not be started. */
  readonly url: () => Promise<string | null>;
  readonly stop: () => void;
}

export function createLocalSandbox(modulePath: string): LocalSandbox {
  let running: Promise<string | null> | null = null;
  let child: Electron.UtilityProcess | null = null;

  const start = (): Promise<string | null> =>
    new Promise((resolve) => {
      const sandbox = utilityProcess.fork(modulePath, ['--port', '0', '--customers'], { serviceName: 'Parley sandbox', stdio: 'ignore' });
      child = sandbox;
      const limit = setTimeout(() => {
        sandbox.kill();
        resolve(null);
      }, START_LIMIT);
      sandbox.on('message', (message: unknown) => {
        const hello = v.safeParse(helloSchema, typeof message === 'string' ? parseJson(message) : message);
        if (!hello.success) return;
        clearTimeout(limit);
        resolve(hello.output.url);
      });
      sandbox.on('exit', () => {
        clearTimeout(limit);
        running = null;
        child = null;
        resolve(null);
      });
    });

  return {
    url: () => (running ??= start()),
    stop: () => { child?.kill(); },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}
