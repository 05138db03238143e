const encoder = new TextEncoder();

/** A text as UTF-8; a lone surrogate becomes U+FFFD. */
export function encode(text: string): Uint8Array {
  let bytes = new Uint8Array(text.length + (text.length >> 5) + 64);
  let { read, written } = encoder.encodeInto(text, bytes);
  while (read < text.length) {
    const larger = new Uint8Array(written + (text.length - read) * 3);
    larger.set(bytes.subarray(0, written));
    bytes = larger;
    const rest = encoder.encodeInto(text.slice(read), bytes.subarray(written));
    read += rest.read;
    written += rest.written;
  }
  return bytes.subarray(0, written);
}
