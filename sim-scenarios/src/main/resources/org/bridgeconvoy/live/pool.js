// Workers: one script is both the page and, from a blob, its workers. No call of the model runs on the page's own thread.

/** In a worker: makes the model, then answers calls of it one after another. */
function work() {
  let model = null;
  const known = {
    /** Unpacks and compiles the model; gives what other workers start from. */
    async compile(parts) {
      const text = atob(parts.join(""));
      const bytes = new Uint8Array(text.length);
      for (let i = 0; i < bytes.length; i++) bytes[i] = text.charCodeAt(i);
      model = await load(unpack(bytes));
      return model.module;
    },
    async start(module) {
      model = await load(module);
    },
    /** Of each pair of values by replication the means, and the paired difference where both have the same replications. */
    table(pairs) {
      return pairs.map(({ base, now }) => ({
        base: model.estimate(base),
        now: model.estimate(now),
        difference: base.length === now.length && base.length > 0 ? model.difference(base, now) : null,
      }));
    },
    /** Of days by replication, hour by hour, the paired differences of who left the bridge outbound and on return. */
    days(base, now) {
      const at = (days, curve, hour) => days.map((day) => day[curve][4 * hour]);
      return [1, 3].map((curve) => Array.from({ length: 25 }, (_, hour) => model.difference(at(base, curve, hour), at(now, curve, hour))));
    },
  };
  onmessage = async ({ data: { id, call, args } }) => {
    try {
      postMessage({ id, got: await (known[call] ? known[call](...args) : model[call](...args)) });
    } catch (e) {
      postMessage({ id, failed: e.message });
    }
  };
}

/** A worker, made when `begin` gives its code. Calls run in their order; one whose `wanted` has become false is not begun and gives null. */
function worker(begin) {
  const queue = [];
  let it = null;
  let busy = null;
  const next = () => {
    while (it && !busy && queue.length) {
      const asked = queue.shift();
      if (asked.wanted && !asked.wanted()) asked.yes(null);
      else {
        busy = asked;
        it.postMessage({ call: asked.call, args: asked.args });
      }
    }
  };
  begin.then((code) => {
    it = new Worker(code);
    it.onmessage = ({ data: { got, failed } }) => {
      const { yes, no } = busy;
      busy = null;
      if (failed === undefined) yes(got);
      else no(new Error(failed));
      next();
    };
    it.onerror = (e) => {
      busy?.no(new Error(e.message || "a worker ended"));
      busy = null;
      next();
    };
    next();
  });
  return {
    call: (call, args = [], wanted = null) => new Promise((yes, no) => {
      queue.push({ call, args, wanted, yes, no });
      next();
    }),
    end: () => it?.terminate(),
  };
}

/**
 * The model's workers: `desk` reads texts and works out means, `hands` run replications, `aside` does what takes long and can be given up.
 * None is made before `start`.
 */
function pool(count) {
  let start = null;
  const begun = new Promise((yes) => { start = yes; });
  const desk = worker(begun.then(({ code }) => code));
  const compiled = begun.then(({ parts }) => desk.call("compile", [parts]));
  /** The code of workers that have something to start from. */
  const later = compiled.then(() => begun).then(({ code }) => code);
  const hands = Array.from({ length: count }, () => worker(later));
  const ready = compiled.then(async (module) => {
    await Promise.all(hands.map((hand) => hand.call("start", [module])));
    return module;
  });
  let aside = null;
  return {
    desk,
    hands,
    ready,
    /** Starts the workers: the address of their code, and the packed model in base64, in parts. */
    start(code, parts) {
      start({ code, parts });
      return ready;
    },
    /** Runs a call beside all others; a call under way is given up. */
    async beside(call, args) {
      aside?.end();
      const mine = worker(later);
      aside = mine;
      await mine.call("start", [await ready]);
      const got = await mine.call(call, args);
      if (aside === mine) {
        aside.end();
        aside = null;
      }
      return got;
    },
    /** Gives up what runs beside. */
    alone() {
      aside?.end();
      aside = null;
    },
  };
}
