import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { FingerprintTable, fingerprint } from "../../src/fingerprints.ts";
import { UniqueIds } from "../../src/ids.ts";
import { Batches } from "../../src/run/batches.ts";
import { Queue } from "../../src/run/queue.ts";
import { Window } from "../../src/run/window.ts";
import { formatStanding, standing } from "../../src/run/workload.ts";

test("a window gives results in their order, whatever is done first", async () => {
  const window = new Window<number>(10, 1000);
  for (const n of [3, 1, 2]) void window.put(setTimeout(5 * n, n), 1);
  window.close();
  const given: number[] = [];
  for await (const n of window) given.push(n);
  expect(given).toEqual([3, 1, 2]);
});

test("a window takes no more at once than fit, by number and by weight", async () => {
  for (const [width, heaviest] of [
    [2, 1000],
    [1000, 2],
  ] as const) {
    const window = new Window<number>(width, heaviest);
    let taken = 0;
    const feeding = (async () => {
      for (let n = 0; n < 20; n++) {
        await window.put(Promise.resolve(n), 1);
        taken++;
      }
      window.close();
    })();
    let given = 0;
    for await (const n of window) {
      expect(n).toBe(given++);
      await setTimeout(1);
      expect(taken - given).toBeLessThanOrEqual(2);
    }
    await feeding;
    expect(given).toBe(20);
  }
});

test("items that come slowly wait for room too", async () => {
  let [sent, waiting, most] = [0, 0, 0];
  let open = () => {};
  const room = new Promise<void>((resolve) => {
    open = resolve;
  });
  const batches = new Batches<number>(
    () => 1,
    async () => {
      if (!sent++) return;
      most = Math.max(most, ++waiting);
      await room;
      waiting--;
    },
  );
  const feeding = (async () => {
    for (let n = 0; n < 6; n++) {
      await batches.add(n);
      await setTimeout(40);
    }
    await batches.send();
  })();
  await setTimeout(500);
  expect(most).toBe(1);
  open();
  await feeding;
});

test("a window tells of a failure when its turn comes", async () => {
  const window = new Window<number>(10, 1000);
  void window.put(setTimeout(5, 1), 1);
  void window.put(Promise.reject(new Error("no")), 1);
  window.close();
  const given: number[] = [];
  await expect(
    (async () => {
      for await (const n of window) given.push(n);
    })(),
  ).rejects.toThrow("no");
  expect(given).toEqual([1]);
});

test("a queue gives the first of what it has", () => {
  const queue = new Queue<number>((a, b) => a < b);
  const given: (number | undefined)[] = [];
  const numbers = Array.from({ length: 500 }, (_, i) => (i * 7919) % 501);
  for (const n of numbers) queue.push(n);
  for (let i = 0; i < 501; i++) given.push(queue.pop());
  expect(given).toEqual([...numbers.toSorted((a, b) => a - b), undefined]);
});

test("numbers are found again by fingerprint, however many there are", () => {
  const table = new FingerprintTable();
  for (let i = 0; i < 50_000; i++) table.set(fingerprint(`article ${i}`), i);
  table.set(fingerprint("article 7"), 70);
  expect(table.size).toBe(50_000);
  expect([0, 7, 49_999].map((i) => table.get(fingerprint(`article ${i}`)))).toEqual([0, 70, 49_999]);
  expect(table.get(fingerprint("article 50000"))).toBeUndefined();
});

test("no two documents are printed under one id", () => {
  const ids = new UniqueIds();
  const given = ["a", "a", "a#2", "b", "a", ""].map((id) => ids.unique(id));
  expect(given).toEqual(["a", "a#2", "a#2#2", "b", "a#3", ""]);
});

test.each([
  [
    "of counted files",
    { documents: 250, errors: 2, kept: 0, bytes: 9 },
    { documents: 1000, bytes: 99 },
    "252 of 1,000 documents (25 %), 2.5 a second, 2 errors, 5 min left",
  ],
  [
    "of files of records",
    { documents: 500, errors: 0, kept: 0, bytes: 5e6 },
    { documents: null, bytes: 1e7 },
    "500 documents (50 %), 5.0 a second, 2 min left",
  ],
  [
    "of a stream",
    { documents: 3000, errors: 1, kept: 0, bytes: 1 },
    { documents: null, bytes: null },
    "3,001 documents, 30 a second, 1 error",
  ],
  [
    "of a run that goes on",
    { documents: 500, errors: 0, kept: 400, bytes: 1 },
    { documents: 1000, bytes: 1 },
    "500 of 1,000 documents (50 %), 1.0 a second, 9 min left",
  ],
] as const)("progress %s", (_, tally, work, expected) => {
  expect(formatStanding(standing(tally, work, 100))).toBe(expected);
});
