/**
 * The two classes of the WHATWG Encoding Standard that every host of JavaScript has,
 * as far as the core needs them: the core compiles without DOM's and Node's types.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}
declare class TextEncoder {
  encodeInto(text: string, into: Uint8Array): { read: number; written: number };
}
