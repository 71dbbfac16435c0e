import { z } from 'zod';
import { err, type Result } from '../core/result.ts';

// The page's content security policy forbids eval, which zod otherwise uses to compile parsers.
z.config({ jitless: true });

/** Failures that any call may answer with, beside its own. */
export type CommonFailure =
  /** The input is not what the contract asks for. `issues` are for the log, not for people. */
  | { readonly type: 'badInput'; readonly issues: readonly string[] }
  | { readonly type: 'unknownCall' }
  /** A bug in the host; `reference` finds it in the log. */
  | { readonly type: 'internal'; readonly reference: string }
  /** The host is gone or does not answer. */
  | { readonly type: 'unreachable' };

export interface Call<I extends z.ZodType, O extends z.ZodType, F extends z.ZodType> {
  readonly input: I;
  readonly output: O;
  /** The call's own failures: a union of `{type, …facts}`. */
  readonly failure: F;
}

export function call<I extends z.ZodType, O extends z.ZodType, F extends z.ZodType>(
  input: I,
  output: O,
  failure: F,
): Call<I, O, F> {
  return { input, output, failure };
}

type AnyCall = Call<z.ZodType, z.ZodType, z.ZodType>;
export type AnyContract = Readonly<Record<string, AnyCall>>;

export type InputOf<C extends AnyCall> = z.output<C['input']>;
export type OutputOf<C extends AnyCall> = z.output<C['output']>;
export type FailureOf<C extends AnyCall> = z.output<C['failure']>;

/** What a host implements: one handler for every call, none missing. */
export type Handlers<C extends AnyContract> = {
  readonly [K in keyof C]: (
    input: InputOf<C[K]>,
  ) => Promise<Result<OutputOf<C[K]>, FailureOf<C[K]>>>;
};

/** What a page holds: one function for every call; it never throws. */
export type Client<C extends AnyContract> = {
  readonly [K in keyof C]: (
    input: z.input<C[K]['input']>,
  ) => Promise<Result<OutputOf<C[K]>, FailureOf<C[K]> | CommonFailure>>;
};

/** Carries one call to the host and its answer back, however the runtime does it. */
export type Send = (name: string, input: unknown) => Promise<unknown>;

function issuesOf(error: z.ZodError): readonly string[] {
  return error.issues.slice(0, 20).map((issue) => `${issue.path.join('.')}: ${issue.message}`);
}

/**
 * The host's side: turns handlers into one function from `(name, untrusted input)` to an answer.
 * Input and output are validated; what a handler throws is logged and answered as `internal`.
 */
export function serve<C extends AnyContract>(
  contract: C,
  handlers: Handlers<C>,
  log: (reference: string, error: unknown) => void,
): (name: unknown, input: unknown) => Promise<Result<unknown, unknown>> {
  let failures = 0;
  return async (name, input) => {
    if (typeof name !== 'string' || !Object.hasOwn(contract, name)) {
      return err({ type: 'unknownCall' } satisfies CommonFailure);
    }
    const { input: inputSchema, output: outputSchema } = contract[name] as AnyCall;
    const parsed = inputSchema.safeParse(input);
    if (!parsed.success) {
      return err({ type: 'badInput', issues: issuesOf(parsed.error) } satisfies CommonFailure);
    }
    try {
      const handler = handlers[name] as (input: unknown) => Promise<Result<unknown, unknown>>;
      const answer = await handler(parsed.data);
      if (!answer.ok) return answer;
      return { ok: true, value: outputSchema.parse(answer.value) };
    } catch (error) {
      failures += 1;
      const reference = `${name}-${failures}`;
      log(reference, error);
      return err({ type: 'internal', reference } satisfies CommonFailure);
    }
  };
}

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.looseObject({ type: z.string() }) }),
]);

/**
 * The page's side: typed functions over a transport. What the host answers it has validated itself,
 * in its own process: doing it again here would hold the screen.
 */
export function connect<C extends AnyContract>(contract: C, send: Send): Client<C> {
  const client: Record<string, (input: unknown) => Promise<Result<unknown, unknown>>> = {};
  for (const name of Object.keys(contract)) {
    client[name] = async (input) => {
      try {
        return answerSchema.parse(await send(name, input));
      } catch {
        return err({ type: 'unreachable' } satisfies CommonFailure);
      }
    };
  }
  return client as Client<C>;
}
