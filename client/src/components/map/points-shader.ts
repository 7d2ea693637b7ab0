/** Attributes by their place in the program. */
export const POSITION = 0;
export const SET = 1;
export const MARK = 2;
/** Colours of sets lie in rows of so many texels. */
export const PALETTE_WIDTH = 256;

/** What is given with every frame. */
export const UNIFORMS = ['offset', 'scale', 'diameter', 'opacity', 'ring', 'ringColour', 'isRings', 'last'] as const;

/** One square a point. What is selected is drawn twice: first a larger disc in the colour of rings, so that rings of neighbours join. */
export const VERTEX_SHADER = `#version 300 es
layout(location = ${POSITION}) in vec2 place;
layout(location = ${SET}) in uint set;
layout(location = ${MARK}) in uint mark;
uniform vec2 offset;
uniform vec2 scale;
uniform float diameter;
uniform float opacity;
uniform float ring;
uniform vec3 ringColour;
uniform bool isRings;
uniform uint last;
uniform highp sampler2D palette;
flat out vec4 fill;
flat out float radius;
void main() {
  gl_Position = vec4(place * scale + offset, 0.0, 1.0);
  uint entry = min(set, last);
  fill = texelFetch(palette, ivec2(int(entry % ${PALETTE_WIDTH}u), int(entry / ${PALETTE_WIDTH}u)), 0);
  fill = isRings ? vec4(ringColour, 1.0) : vec4(fill.rgb, mark == 1u ? fill.a : fill.a * opacity);
  radius = diameter * 0.5 + (isRings ? ring : 0.0);
  gl_PointSize = 2.0 * radius + 1.0;
  // Outside of what is seen.
  if (isRings && mark == 0u) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}`;

/** A disc with a soft edge of one pixel. */
export const FRAGMENT_SHADER = `#version 300 es
precision highp float;
flat in vec4 fill;
flat in float radius;
out vec4 colour;
void main() {
  float away = length(gl_PointCoord - 0.5) * (2.0 * radius + 1.0);
  float alpha = clamp(radius - away + 0.5, 0.0, 1.0) * fill.a;
  if (alpha < 0.004) discard;
  colour = vec4(fill.rgb * alpha, alpha);
}`;
