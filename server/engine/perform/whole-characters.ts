/** Where UTF-8 may be cut. */
export const wholeCharacters = {
  /** Length of the longest beginning of `bytes` that does not end inside a character. Broken text is cut anywhere. */
  end(bytes: Uint8Array): number {
    for (let back = 1; back <= Math.min(3, bytes.length); back++) {
      const byte = bytes[bytes.length - back]!;
      if ((byte & 0b1100_0000) === 0b1000_0000) continue;
      const length = byte >= 0b1111_0000 ? 4 : byte >= 0b1110_0000 ? 3 : byte >= 0b1100_0000 ? 2 : 1;
      return length > back ? bytes.length - back : bytes.length;
    }
    return bytes.length;
  },
  /** How many bytes at the beginning belong to a character that was cut. */
  start(bytes: Uint8Array): number {
    let at = 0;
    while (at < 3 && at < bytes.length && (bytes[at]! & 0b1100_0000) === 0b1000_0000) at++;
    return at;
  },
};
