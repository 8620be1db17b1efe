// Unpacks a .lzma file whose header tells the size, as the LZMA specification of Igor Pavlov says, which is in the public domain.

/** @param {Uint8Array} input  @returns {Uint8Array} */
function unpack(input) {
  const lc = input[0] % 9;
  const lp = Math.floor(input[0] / 9) % 5;
  const pb = Math.floor(input[0] / 45);
  const out = new Uint8Array(new DataView(input.buffer, input.byteOffset).getUint32(5, true));
  // Adaptive probabilities of a bit being 0, of 2048: each kind has its place in one table.
  let places = 0;
  const place = (size) => { places += size; return places - size; };
  const isMatch = place(192), isRep = place(12), isRepG0 = place(12), isRepG1 = place(12), isRepG2 = place(12), isRep0Long = place(192);
  const slot = place(256), special = place(128), align = place(16), matchLength = place(514), repLength = place(514);
  const literal = place(0x300 << (lc + lp));
  const chance = new Uint16Array(places).fill(1024);
  let at = 14;
  // Range and code of the range decoder, unsigned.
  const r = new Uint32Array([0xffffffff, 0]);
  for (let i = 0; i < 4; i++) r[1] = (r[1] << 8) | input[at++];

  function bit(p) {
    const zero = chance[p];
    const range = r[0];
    const code = r[1];
    const bound = Math.imul(range >>> 11, zero) >>> 0;
    let one = 0;
    let left = bound;
    if (code < bound) {
      chance[p] = zero + ((2048 - zero) >>> 5);
    } else {
      one = 1;
      left = range - bound;
      r[1] = code - bound;
      chance[p] = zero - (zero >>> 5);
    }
    r[0] = left;
    if (left < 0x1000000) more();
    return one;
  }

  function more() {
    r[0] <<= 8;
    r[1] = (r[1] << 8) | input[at++];
  }

  function direct(count) {
    let value = 0;
    for (let i = 0; i < count; i++) {
      r[0] >>>= 1;
      const one = r[1] >= r[0] ? 1 : 0;
      if (one) r[1] -= r[0];
      value = (value << 1) | one;
      if (r[0] < 0x1000000) more();
    }
    return value;
  }

  function tree(base, bits) {
    let m = 1;
    for (let i = 0; i < bits; i++) m = (m << 1) | bit(base + m);
    return m - (1 << bits);
  }

  function reversed(base, bits) {
    let m = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const one = bit(base + m);
      m = (m << 1) | one;
      value |= one << i;
    }
    return value;
  }

  function length(base, position) {
    if (!bit(base)) return 2 + tree(base + 2 + (position << 3), 3);
    if (!bit(base + 1)) return 10 + tree(base + 130 + (position << 3), 3);
    return 18 + tree(base + 258, 8);
  }

  function distance(count) {
    const from = tree(slot + (Math.min(count - 2, 3) << 6), 6);
    if (from < 4) return from;
    const bits = (from >> 1) - 1;
    const start = (2 | (from & 1)) << bits;
    if (from < 14) return start + reversed(special + start - from, bits);
    return start + (direct(bits - 4) << 4) + reversed(align, 4);
  }

  let state = 0;
  let rep0 = 0, rep1 = 0, rep2 = 0, rep3 = 0;
  let n = 0;
  while (n < out.length) {
    const position = n & ((1 << pb) - 1);
    if (!bit(isMatch + (state << 4) + position)) {
      const before = n > 0 ? out[n - 1] : 0;
      const base = literal + 0x300 * (((n & ((1 << lp) - 1)) << lc) + (before >> (8 - lc)));
      let symbol = 1;
      if (state >= 7) {
        let match = out[n - rep0 - 1];
        while (symbol < 0x100) {
          const expected = match >> 7;
          match = (match << 1) & 0xff;
          const one = bit(base + ((1 + expected) << 8) + symbol);
          symbol = (symbol << 1) | one;
          if (one !== expected) break;
        }
      }
      while (symbol < 0x100) symbol = (symbol << 1) | bit(base + symbol);
      out[n++] = symbol;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let count;
    if (!bit(isRep + state)) {
      rep3 = rep2;
      rep2 = rep1;
      rep1 = rep0;
      count = length(matchLength, position);
      state = state < 7 ? 7 : 10;
      rep0 = distance(count);
    } else {
      if (!bit(isRepG0 + state)) {
        if (!bit(isRep0Long + (state << 4) + position)) {
          state = state < 7 ? 9 : 11;
          out[n] = out[n - rep0 - 1];
          n++;
          continue;
        }
      } else {
        let again = rep1;
        if (bit(isRepG1 + state)) {
          again = rep2;
          if (bit(isRepG2 + state)) {
            again = rep3;
            rep3 = rep2;
          }
          rep2 = rep1;
        }
        rep1 = rep0;
        rep0 = again;
      }
      count = length(repLength, position);
      state = state < 7 ? 8 : 11;
    }
    if (rep0 >= n) throw new Error("the packed model is damaged");
    for (let end = Math.min(out.length, n + count); n < end; n++) out[n] = out[n - rep0 - 1];
  }
  return out;
}
