declare module 'heic-decode' {
  /** Decodes the first picture to RGBA, already turned by the file's own `irot` and `imir`. */
  export default function decode(input: { buffer: Uint8Array }): Promise<{ width: number; height: number; data: Uint8ClampedArray }>;
}
