import { FRAGMENT_SHADER, MARK, PALETTE_WIDTH, POSITION, SET, UNIFORMS, VERTEX_SHADER } from './points-shader.js';

/** What is drawn of the points; arrays that stay the same are uploaded once. */
export interface DrawnPoints {
  /** x and y in turn, 0..65535. */
  positions: Uint16Array;
  /** Entry of the palette; what is beyond its last is drawn as the last. */
  sets: Uint16Array;
  /** 1: selected. */
  marks: Uint8Array;
  /** Four bytes an entry. */
  palette: Uint8Array;
}

/** How they are drawn; lengths in device pixels, places from the middle of the canvas with y upwards in -1..1. */
export interface DrawnFrame {
  readonly offset: readonly [number, number];
  readonly scale: readonly [number, number];
  readonly diameter: number;
  /** 0..1, so that many points on one place show as such. */
  readonly opacity: number;
  readonly ring: number;
  /** 0..1 each. */
  readonly ringColour: readonly [number, number, number];
  /** Only points from `first` on. */
  readonly first: number;
  readonly count: number;
  /** Of these every n-th. */
  readonly step: number;
  /** Something is selected. */
  readonly hasMarks: boolean;
}

const BUFFERS = { positions: POSITION, sets: SET, marks: MARK } as const;
type BufferName = keyof typeof BUFFERS;
type UniformName = (typeof UNIFORMS)[number];
const NAMES = Object.keys(BUFFERS) as BufferName[];

/** Points on a canvas by WebGL 2: one draw call whatever their number, another for rings, and nothing prepared a frame. */
export class PointsLayer {
  private readonly gl: WebGL2RenderingContext;
  private readonly points: DrawnPoints = {
    positions: new Uint16Array(),
    sets: new Uint16Array(),
    marks: new Uint8Array(),
    palette: new Uint8Array(4),
  };
  private program: WebGLProgram | null = null;
  private uniforms: Partial<Record<UniformName, WebGLUniformLocation | null>> = {};
  private buffers = new Map<BufferName, WebGLBuffer>();
  private texture: WebGLTexture | null = null;

  /** Throws where the browser has no WebGL 2. */
  constructor(private readonly canvas: HTMLCanvasElement) {
    const gl = canvas.getContext('webgl2', { antialias: false, depth: false, alpha: true, premultipliedAlpha: true });
    if (!gl) throw new Error('Expected a browser with WebGL 2 but found none.');
    this.gl = gl;
    this.restore();
  }

  /** True while the browser has taken the context away. */
  get isLost(): boolean {
    return this.gl.isContextLost();
  }

  /** Builds everything anew in a context that was just given (back). */
  restore(): void {
    const { gl } = this;
    const program = (this.program = link(gl));
    this.uniforms = program ? Object.fromEntries(UNIFORMS.map((name) => [name, gl.getUniformLocation(program, name)])) : {};
    this.buffers = new Map(NAMES.map((name) => [name, gl.createBuffer()]));
    this.texture = gl.createTexture();
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    this.set(this.points);
  }

  /** Uploads what is given. */
  set(points: Partial<DrawnPoints>): void {
    Object.assign(this.points, points);
    if (this.isLost) return;
    for (const name of NAMES) if (points[name]) this.upload(name, this.points[name]);
    if (points.palette) this.uploadPalette(points.palette);
  }

  /** Draws all points on a canvas of its current size. */
  draw(frame: DrawnFrame): void {
    const { gl, program, points, uniforms } = this;
    if (this.isLost || !program) return;
    gl.viewport(0, 0, this.canvas.width, this.canvas.height);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.useProgram(program);
    const at = (name: UniformName): WebGLUniformLocation | null => uniforms[name] ?? null;
    gl.uniform2f(at('offset'), ...frame.offset);
    gl.uniform2f(at('scale'), ...frame.scale);
    gl.uniform1f(at('diameter'), frame.diameter);
    gl.uniform1f(at('opacity'), frame.opacity);
    gl.uniform1f(at('ring'), frame.ring);
    gl.uniform3f(at('ringColour'), ...frame.ringColour);
    gl.uniform1ui(at('last'), points.palette.length / 4 - 1);
    for (const name of NAMES) this.point(name, frame.step);
    for (const isRings of frame.hasMarks ? [1, 0] : [0]) {
      gl.uniform1i(at('isRings'), isRings);
      gl.drawArrays(gl.POINTS, Math.floor(frame.first / frame.step), Math.floor(frame.count / frame.step));
    }
  }

  /** Gives the memory of the graphics card back. */
  close(): void {
    this.gl.getExtension('WEBGL_lose_context')?.loseContext();
  }

  private upload(name: BufferName, values: Uint16Array | Uint8Array): void {
    const { gl } = this;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers.get(name) ?? null);
    gl.bufferData(gl.ARRAY_BUFFER, values, name === 'positions' ? gl.STATIC_DRAW : gl.DYNAMIC_DRAW);
    gl.enableVertexAttribArray(BUFFERS[name]);
  }

  // A stride over several points draws every n-th without another copy.
  private point(name: BufferName, step: number): void {
    const { gl } = this;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.buffers.get(name) ?? null);
    if (name === 'positions') gl.vertexAttribPointer(POSITION, 2, gl.UNSIGNED_SHORT, true, 4 * step, 0);
    else if (name === 'sets') gl.vertexAttribIPointer(SET, 1, gl.UNSIGNED_SHORT, 2 * step, 0);
    else gl.vertexAttribIPointer(MARK, 1, gl.UNSIGNED_BYTE, step, 0);
  }

  private uploadPalette(palette: Uint8Array): void {
    const { gl } = this;
    const rows = Math.ceil(palette.length / 4 / PALETTE_WIDTH);
    const texels = new Uint8Array(rows * PALETTE_WIDTH * 4);
    texels.set(palette);
    gl.bindTexture(gl.TEXTURE_2D, this.texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, PALETTE_WIDTH, rows, 0, gl.RGBA, gl.UNSIGNED_BYTE, texels);
  }
}

function link(gl: WebGL2RenderingContext): WebGLProgram | null {
  const program = gl.createProgram();
  const shaders = [
    [gl.VERTEX_SHADER, VERTEX_SHADER],
    [gl.FRAGMENT_SHADER, FRAGMENT_SHADER],
  ] as const;
  for (const [kind, source] of shaders) {
    const shader = gl.createShader(kind);
    if (!shader) return null;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    // Kept until the program goes.
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
    throw new Error(`Expected shaders that can be linked but received: ${gl.getProgramInfoLog(program) ?? ''}`);
  return program;
}
