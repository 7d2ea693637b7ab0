declare module 'heic-decode' {
  /** Decodes the first picture to RGBA, already turned by the file's own `irot` and `imir`. */
  function decode(input: { buffer: Uint8Array }): Promise<{ width: number; height: number; data: Uint8ClampedArray }>;
  export = decode;
}
