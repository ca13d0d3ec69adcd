const vertexSource = `#version 300 es
layout(location = 0) in vec4 corner;
uniform vec2 frameSize;
uniform vec2 layerSize;
out vec2 at;
void main() {
	at = corner.zw / layerSize;
	vec2 place = corner.xy / frameSize * 2.0 - 1.0;
	gl_Position = vec4(place.x, -place.y, 0.0, 1.0);
}`;

const fragmentSource = `#version 300 es
precision highp float;
in vec2 at;
uniform sampler2D layer;
out vec4 colour;
void main() {
	colour = texture(layer, at);
}`;

/** Compiles the one program; undefined when the context is lost or refuses. */
export function createProgram(gl: WebGL2RenderingContext): WebGLProgram | undefined {
	const program = gl.createProgram();
	for (const [kind, source] of [
		[gl.VERTEX_SHADER, vertexSource],
		[gl.FRAGMENT_SHADER, fragmentSource],
	] as const) {
		const shader = gl.createShader(kind);
		if (shader === null) return undefined;
		gl.shaderSource(shader, source);
		gl.compileShader(shader);
		gl.attachShader(program, shader);
	}
	gl.linkProgram(program);
	return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : undefined;
}

/** @param beyond What is read outside the picture. */
export function createTexture(
	gl: WebGL2RenderingContext,
	picture: {
		readonly width: number;
		readonly height: number;
		readonly rgba: Uint8ClampedArray;
	},
	beyond: GLenum = gl.CLAMP_TO_EDGE,
): WebGLTexture | null {
	const texture = gl.createTexture();
	gl.bindTexture(gl.TEXTURE_2D, texture);
	const bytes = new Uint8Array(
		picture.rgba.buffer,
		picture.rgba.byteOffset,
		picture.rgba.byteLength,
	);
	gl.texImage2D(
		gl.TEXTURE_2D,
		0,
		gl.RGBA,
		picture.width,
		picture.height,
		0,
		gl.RGBA,
		gl.UNSIGNED_BYTE,
		bytes,
	);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.LINEAR);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, beyond);
	gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, beyond);
	return texture;
}
