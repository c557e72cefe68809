// The sandbox as a process: one line of JSON on standard output once it listens, a clean end on a signal or with its parent.
import { readArguments, usage } from './cli.ts';
import { createSandbox } from './index.ts';

/** There in Electron's utility processes only. */
interface ParentPort {
  readonly postMessage: (message: unknown) => void;
}

const { parentPort } = process as unknown as { readonly parentPort?: ParentPort };

async function main(): Promise<void> {
  const { options, withParent } = readArguments(process.argv.slice(2));
  const sandbox = await createSandbox(options);

  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    // A client that does not let go must not keep the process.
    setTimeout(() => process.exit(0), 2_000).unref();
    void sandbox.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', end);
  process.on('SIGINT', end);
  // A reader that went away is no reason to fall over.
  process.stdout.on('error', end);
  if (withParent) {
    process.on('disconnect', end);
    if (process.channel === undefined && parentPort === undefined) {
      process.stdin.on('end', end).on('close', end).on('error', end);
      process.stdin.resume();
    }
  }

  process.stdout.write(`${JSON.stringify(sandbox.info)}\n`);
  parentPort?.postMessage(sandbox.info);
}

main().catch((error: unknown) => {
  process.stderr.write(`sandbox: ${error instanceof Error ? error.message : String(error)}\n${usage}\n`);
  process.exitCode = 1;
});
