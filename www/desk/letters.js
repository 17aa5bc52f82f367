// Letters with their marks, and syllables, as one character each (NFC): some systems store them in parts.

/** The value of a field with its letters joined. An address stays as it is. */
export const joined = (name, value) => (typeof value === "string" && name !== "url" ? value.normalize("NFC") : value);

/** The data of a JSON text with its letters joined, and how many texts that changed. */
export function joinedData(json) {
  let count = 0;
  const data = JSON.parse(json, (name, value) => {
    const whole = joined(name, value);
    count += whole === value ? 0 : 1;
    return whole;
  });
  return { data, count };
}
