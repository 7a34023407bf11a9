// One WebGL program that draws the five marks, each as a signed distance field, so that size means area in each.
// Sigma hands every node to the program that its attribute `type` names; ours are all "glyph", and `shape` says which.
import type { Attributes } from "graphology-types";
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { EntityType } from "../data.ts";
import type { Rgb } from "../theme.ts";

export const SHAPE: Record<EntityType, number> = { person: 0, agency: 1, program: 2, place: 3, city_cluster: 4 };

/** Paper shines through a ring and edges every mark. Set before a refresh when the theme changes. */
export const glyphPaper: { color: Rgb } = { color: [255, 255, 255] };

const VERTEX = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
const float bias = 255.0 / 254.0;
void main() {
  float pixel = u_correctionRatio * 2.0;
  v_radius = a_size / u_sizeRatio;
  // The triangle around a circle has twice its radius; a mark's farthest point lies at 1.5 radii and its paper edge.
  float reach = (v_radius * 1.5 + 3.0) * 2.0;
  v_at = reach * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + v_at * pixel, 1)).xy, 0, 1);
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_at;
varying float v_radius;
varying float v_shape;
uniform vec3 u_paper;
uniform float u_pixelRatio;
const vec4 none = vec4(0.0);
float box(vec2 p, float half_side) {
  vec2 d = abs(p) - half_side;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0);
}
float mark(vec2 p, float r) {
  if (v_shape < 0.5) return length(p) - r;
  if (v_shape < 1.5) return box(p, 0.886 * r);
  if (v_shape < 2.5) return (abs(p.x) + abs(p.y) - 1.253 * r) * 0.7071;
  if (v_shape < 3.5) {
    float side = dot(vec2(abs(p.x), p.y) - vec2(0.0, 1.45 * r), vec2(0.8659, 0.5003));
    return max(side, -(p.y + 0.8 * r));
  }
  return length(p) - 1.23 * r;
}
void main() {
  float d = mark(v_at, v_radius);
  #ifdef PICKING_MODE
  gl_FragColor = d > 3.0 ? none : v_color;
  #else
  float soft = 0.5 / u_pixelRatio;
  vec3 color = mix(v_color.rgb, u_paper, smoothstep(-soft, soft, d));
  if (v_shape > 3.5) {
    float inner = max(0.81 * v_radius - length(v_at), length(v_at) - 1.23 * v_radius);
    float core = length(v_at) - 0.44 * v_radius;
    color = mix(v_color.rgb, u_paper, smoothstep(-soft, soft, min(inner, core)));
  }
  float cover = 1.0 - smoothstep(1.2 - soft, 1.2 + soft, d);
  gl_FragColor = vec4(color * cover, cover);
  #endif
}`;

const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
const UNIFORMS = ["u_sizeRatio", "u_correctionRatio", "u_matrix", "u_paper", "u_pixelRatio"] as const;

export class GlyphProgram<
  N extends Attributes = Attributes,
  E extends Attributes = Attributes,
  G extends Attributes = Attributes,
> extends NodeProgram<(typeof UNIFORMS)[number], N, E, G> {
  getDefinition() {
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_shape", size: 1, type: FLOAT },
        { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_angle", size: 1, type: FLOAT }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  processVisibleItem(nodeIndex: number, startIndex: number, data: NodeDisplayData & { shape?: number }): void {
    const { array } = this;
    let at = startIndex;
    array[at++] = data.x;
    array[at++] = data.y;
    array[at++] = data.size;
    array[at++] = data.shape ?? 0;
    array[at++] = floatColor(data.color);
    array[at++] = nodeIndex;
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    const [r, g, b] = glyphPaper.color;
    gl.uniform1f(uniformLocations.u_correctionRatio!, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio!, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio!, params.pixelRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix!, false, params.matrix);
    gl.uniform3f(uniformLocations.u_paper!, r / 255, g / 255, b / 255);
  }
}
