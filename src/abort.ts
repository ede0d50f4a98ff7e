/** Passes values on until the signal is aborted; then it throws the signal's reason, even while the next value is awaited. */
export async function* abortable<T>(values: AsyncIterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  if (!signal) {
    yield* values;
    return;
  }
  signal.throwIfAborted();
  const { aborted, forget } = abortOf(signal);
  const iterator = values[Symbol.asyncIterator]();
  try {
    while (true) {
      const next = await Promise.race([iterator.next(), aborted]);
      if (next.done) return;
      yield next.value;
      signal.throwIfAborted();
    }
  } finally {
    forget();
    // Not awaited: a reader that waits for its input would never answer.
    iterator.return?.().then(undefined, () => {});
  }
}

function abortOf(signal: AbortSignal): { aborted: Promise<never>; forget: () => void } {
  let stop: () => void = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener("abort", stop, { once: true });
  });
  aborted.catch(() => {});
  return { aborted, forget: () => signal.removeEventListener("abort", stop) };
}
