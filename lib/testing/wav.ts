/** A sound file: mono, 8 bits, 8,000 samples a second, of one quiet tone. */
export function aWav(seconds: number): Uint8Array<ArrayBuffer> {
  const rate = 8000;
  const length = Math.round(seconds * rate);
  const bytes = new Uint8Array(44 + length);
  const view = new DataView(bytes.buffer);
  const text = (at: number, words: string) => bytes.set(new TextEncoder().encode(words), at);
  text(0, "RIFF");
  view.setUint32(4, 36 + length, true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(36, "data");
  view.setUint32(40, length, true);
  for (let sample = 0; sample < length; sample += 1) {
    bytes[44 + sample] = 128 + Math.round(40 * Math.sin((sample / rate) * 2 * Math.PI * 220));
  }
  return bytes;
}
