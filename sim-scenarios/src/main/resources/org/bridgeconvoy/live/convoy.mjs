/**
 * The Bridge Convoy model for a page, a worker or another JavaScript program.
 *
 *     import { load } from "./convoy.mjs";
 *     const model = await load(await (await fetch("convoy.wasm")).arrayBuffer());
 *     const got = model.answers(yaml, ["bridge.headway=40 s"], 1, 1, 10);
 *     got.problems.length === 0 && model.estimate(got.values.get("delivered_t_per_day"));
 *
 * A replication has the bits that `convoy run` gives it: same text, sets, seed and number, same numbers. Calls are synchronous; a page that
 * must not wait keeps the model in a worker. Needs WebAssembly with garbage collection: Chrome or Edge 119, Firefox 120, Safari 18.2.
 */

/** The name of the text in messages. */
const NAME = "scenario.yaml";

/**
 * Compiles and starts the model.
 *
 * @param {BufferSource | WebAssembly.Module} wasm the bytes of convoy.wasm, or what WebAssembly.compile made of them
 * @returns {Promise<Model>}
 */
export async function load(wasm) {
  const module = wasm instanceof WebAssembly.Module ? wasm : await WebAssembly.compile(wasm, { builtins: ["js-string"] });
  const instance = await WebAssembly.instantiate(module, imports(module));
  return new Model(instance.exports, module);
}

class Model {
  #exports;

  constructor(exports, module) {
    this.#exports = exports;
    /** What a worker loads without compiling again. */
    this.module = module;
  }

  /**
   * What a scenario is about, or what is wrong with it.
   *
   * @param {string} yaml text of a scenario file; it names no other file
   * @param {string[]} sets values that replace those of the text, each PATH=VALUE
   * @returns {{problems: {line: number, column: number, text: string}[], more: number, warnings: object[], name?: string,
   *     question?: string, seed?: string, replications?: number, resolved?: string, answers?: object[], metrics?: object[]}}
   */
  describe(yaml, sets = []) {
    return this.#call("d", [NAME, yaml, ...sets]);
  }

  /**
   * Runs replications.
   *
   * @param {string} yaml as for describe
   * @param {string[]} sets as for describe
   * @param {number | bigint | string} seed seed of the random numbers, a whole number
   * @param {number} first number of the first replication, from 1
   * @param {number} last number of the last replication
   * @returns {{problems: object[], values?: Map<string, Float64Array>, events?: number, day?: Float64Array[][]}} of each metric its value in
   *     each replication, NaN for no data; and of each replication up to the tenth the four curves of its mean day, each at 97 quarters of an
   *     hour: trucks and vehicles that joined a queue and that left the bridge, outbound, then on return
   */
  answers(yaml, sets, seed, first, last) {
    const got = this.#call("a", [String(BigInt(seed)), NAME, yaml, ...sets], [], first, last);
    if (got.problems.length > 0) return got;
    const count = last - first + 1;
    const values = new Map(got.metrics.map((name, m) => [name, got.numbers.slice(m * count, (m + 1) * count)]));
    const rest = got.numbers.slice(got.metrics.length * count);
    const day = Array.from({ length: got.drawn }, (_, r) => [0, 1, 2, 3].map((c) => rest.slice((4 * r + c) * 97, (4 * r + c + 1) * 97)));
    return { problems: [], values, events: got.events, day };
  }

  /**
   * The numbers, hours and choices of a scenario that sets may replace: each its path, kind (NUMBER, HOURS, CHOICE), value if one stands there,
   * words to choose from, and the sentence on it in the table of keys. Empty if the text has problems.
   *
   * @param {string} yaml as for describe
   * @param {string[]} sets as for describe
   */
  keys(yaml, sets = []) {
    return this.#call("k", [NAME, yaml, ...sets]).keys;
  }

  /**
   * What limits a world, as `convoy run` finds it; takes some twenty times as long as the replications alone.
   *
   * @param {string} yaml as for describe
   * @param {string[]} sets as for describe
   * @param {number | bigint | string} seed as for answers
   * @param {number} count number of replications
   * @returns {{answer: string, title: string, reason: string, unit: string, tried: object[]}}
   */
  limits(yaml, sets, seed, count) {
    return this.#call("l", [String(BigInt(seed)), NAME, yaml, ...sets], [], 1, count);
  }

  /** Hash of all that replications give, 16 digits: with it one platform is held to another. */
  hash(yaml, sets, seed, first, last) {
    return this.#call("h", [String(BigInt(seed)), NAME, yaml, ...sets], [], first, last).hash;
  }

  /**
   * Mean and 95% interval of values by replication, as `convoy run` works them out.
   *
   * @param {Iterable<number>} values NaN for no data
   * @returns {{n: number, mean: number, sd: number, halfWidth: number, min: number, max: number}}
   */
  estimate(values) {
    const [n, mean, sd, halfWidth, min, max] = this.#call("e", [], values).numbers;
    return { n, mean, sd, halfWidth, min, max };
  }

  /**
   * The paired difference of two worlds with common random numbers, now minus base, as `convoy compare` works it out.
   *
   * @param {Iterable<number>} base values by replication
   * @param {Iterable<number>} now values of the same replications
   * @returns {{n: number, mean: number, halfWidth: number, verdict: string}}
   */
  difference(base, now) {
    const got = this.#call("p", [], [...base, ...now]);
    const [n, mean, halfWidth] = got.numbers;
    return { n, mean, halfWidth, verdict: got.verdict };
  }

  #call(letter, texts, numbers = [], first = 0, last = 0) {
    const wasm = this.#exports;
    for (const text of texts) {
      for (let i = 0; i < text.length; i++) wasm.convoyText(text.charCodeAt(i) || 0xfffd);
      wasm.convoyText(0);
    }
    for (const value of numbers) wasm.convoyNumber(value);
    const units = new Uint16Array(wasm.convoyCall(letter.charCodeAt(0), first, last));
    for (let i = 0; i < units.length; i++) units[i] = wasm.convoyUnit(i);
    let text = "";
    for (let i = 0; i < units.length; i += 8192) text += String.fromCharCode(...units.subarray(i, i + 8192));
    const result = JSON.parse(text);
    if (result.failure) throw new Error(result.failure);
    result.numbers = new Float64Array(wasm.convoyCount());
    for (let i = 0; i < result.numbers.length; i++) result.numbers[i] = wasm.convoyValue(i);
    return result;
  }
}

/** What the compiled module asks of its host. Nothing that reaches a number is among it: memory, square roots, clocks, object identities. */
function imports(module) {
  const needs = WebAssembly.Module.customSections(module, "teavm.memoryRequirements");
  const pages = needs.length ? JSON.parse(new TextDecoder().decode(needs[0])).min : 1;
  const memory = new WebAssembly.Memory({ initial: Math.max(1, pages), maximum: 32768 });
  const constant = (value) => new WebAssembly.Global({ value: "i32", mutable: false }, value);
  const known = {
    env: { memory },
    teavmMemory: { heapOffset: constant(0), maxSize: constant(2 ** 31 - 1), notifyHeapResized: () => {}, linearMemory: () => memory.buffer },
    // Exact by definition, so every browser has the JVM's bits; the build refuses any other function.
    teavmMath: { sqrt: Math.sqrt, floor: Math.floor, ceil: Math.ceil },
    teavmDate: { currentTimeMillis: () => 0 },
    teavmConsole: { putcharStdout: () => {}, putcharStderr: () => {} },
    teavm: {
      createWeakRef: (value) => new WeakRef(value),
      deref: (ref) => ref.deref() ?? null,
      takeStackTrace: () => ({ getStack: () => null }),
      decorateException: () => {},
    },
  };
  // The bridge to JavaScript objects, of which the module prepares a part when it starts and uses none.
  const prepared = ["createClass", "createFunction1", "defineFunction", "defineStaticMethod", "getProperty", "global", "callFunction1"];
  known.teavmJso = { stringBuiltinsSupported: () => 1, ...Object.fromEntries(prepared.map((name) => [name, () => () => null])) };
  const all = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module)) {
    all[from] ??= {};
    all[from][name] = known[from]?.[name] ?? (() => { throw new Error(`the model asks for ${from}.${name}`); });
  }
  return all;
}
