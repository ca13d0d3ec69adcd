import { expect, test } from 'vitest';
import { readNodeErrors, readRefusal, stopsOutput } from '../../src/comfy/client/readRefusal.ts';
import { post, type RawAnswer } from './support/ask.ts';
import { forTargets } from './support/forTargets.ts';
import { type Graph, newId, stillGraph, videoGraph } from './support/graphs.ts';

/** A graph with one input changed, or taken away when undefined. */
function changed(graph: Graph, node: string, input: string, value: unknown): Graph {
	const copy = structuredClone(graph);
	const inputs = copy[node]?.inputs ?? {};
	if (value === undefined) delete inputs[input];
	else inputs[input] = value;
	return copy;
}

forTargets((target) => {
	const prompt = (body: unknown): Promise<RawAnswer> => post(`${target().url}/prompt`, body);
	/** The types of a refusal: of the whole, and of each node. */
	const refused = async (graph: unknown) => {
		const { status, json } = await prompt({ prompt: graph });
		expect(status).toBe(400);
		const { error, node_errors } = json();
		const nodes = Object.fromEntries(
			Object.entries(node_errors as Record<string, { errors: { type: string }[] }>).map(
				([id, { errors }]) => [id, errors.map(({ type }) => type)],
			),
		);
		return { type: error.type, nodes, body: json() };
	};

	test('no prompt, and one without outputs', async () => {
		expect((await prompt({})).json().error.type).toBe('no_prompt');
		expect((await refused({})).type).toBe('prompt_no_outputs');
		const { '1': image } = stillGraph();
		expect((await refused({ '1': image })).type).toBe('prompt_no_outputs');
	});

	test('an unknown class is named, and our client reads it', async () => {
		const graph = stillGraph();
		graph['5'] = { class_type: 'NoSuchClass', inputs: {} };
		const { type, body } = await refused(graph);
		expect(type).toBe(target().modern ? 'missing_node_type' : 'invalid_prompt');
		expect(readRefusal(body, graph)).toEqual({ kind: 'missingNodes', classes: ['NoSuchClass'] });
	});

	test.each([
		['width', 0, 'value_smaller_than_min'],
		['width', 16_385, 'value_bigger_than_max'],
		['width', 'wide', 'invalid_input_type'],
		['width', undefined, 'required_input_missing'],
	])('%s = %s is %s', async (input, value, problem) => {
		const graph = changed(stillGraph(), '1', input, value);
		const { type, nodes, body } = await refused(graph);
		expect(type).toBe('prompt_outputs_failed_validation');
		expect(nodes).toEqual({ '1': [problem] });
		expect(body.node_errors['1']).toMatchObject({
			class_type: 'EmptyImage',
			dependent_outputs: ['9'],
			errors: [{ extra_info: { input_name: 'width' } }],
		});
		expect(readRefusal(body, graph)).toMatchObject({
			kind: 'validation',
			problems: [{ input: 'width' }],
		});
	});

	test('numbers as text and fractions are taken and made whole; a wrong step is not looked at', async () => {
		for (const width of ['64', 64.7, 65]) {
			const graph = changed(stillGraph(), '1', 'width', width);
			expect((await prompt({ prompt: graph, prompt_id: newId() })).status).toBe(200);
		}
	});

	test('what is wrong with outputs themselves is told in details too, and every failing output is named', async () => {
		const empty = { class_type: 'PreviewImage', inputs: {} };
		const { body } = await refused({ '7': empty, '9': empty });
		const line = 'Required input is missing: images';
		expect(body.error.details).toBe(`${line}\n${line}`);
		const dependents = Object.values(
			body.node_errors as Record<string, { dependent_outputs: string[] }>,
		).map(({ dependent_outputs }) => [...dependent_outputs].sort().join(' '));
		// The order in which outputs are looked at is the server's.
		expect(dependents).toContain('7 9');
	});

	test('extra inputs that a class does not know are nothing', async () => {
		const graph = changed(stillGraph(), '1', 'no_such_input', 3);
		expect((await prompt({ prompt: graph })).status).toBe(200);
	});

	test('links to nothing, of the wrong type and of the wrong form', async () => {
		const missing = await refused(changed(stillGraph(), '9', 'images', ['77', 0]));
		expect(missing.type).toBe('prompt_outputs_failed_validation');
		expect(missing.nodes).toEqual({ '9': ['exception_during_validation'] });
		expect(missing.body.error.details).toBe("Exception when validating node: '77'");
		const mismatch = await refused({
			...videoGraph(),
			'9': { class_type: 'PreviewImage', inputs: { images: ['2', 0] } },
		});
		expect(mismatch.nodes).toEqual({ '9': ['return_type_mismatch'] });
		const odd = await refused(changed(stillGraph(), '9', 'images', ['1']));
		expect(odd.nodes).toEqual({ '9': ['bad_linked_input'] });
	});

	test('a picture that is not there fails by the rule of LoadImage itself', async () => {
		const graph: Graph = {
			'1': { class_type: 'LoadImage', inputs: { image: 'no such picture.png' } },
			'9': { class_type: 'PreviewImage', inputs: { images: ['1', 0] } },
		};
		const { nodes, body } = await refused(graph);
		expect(nodes).toEqual({ '1': ['custom_validation_failed'] });
		expect(body.node_errors['1'].errors[0].details).toBe(
			'image - Invalid image file: no such picture.png',
		);
	});

	test('one bad output of two: 200 with its errors, and the rest runs', async () => {
		const graph = stillGraph();
		graph['8'] = {
			class_type: 'EmptyImage',
			inputs: { width: 0, height: 8, batch_size: 1, color: 0 },
		};
		graph['7'] = { class_type: 'PreviewImage', inputs: { images: ['8', 0] } };
		const { status, json } = await prompt({ prompt: graph, prompt_id: newId() });
		expect(status).toBe(200);
		const { node_errors } = json();
		expect(Object.keys(node_errors)).toEqual(['8']);
		expect([stopsOutput(node_errors, '7'), stopsOutput(node_errors, '9')]).toEqual([true, false]);
		expect(readNodeErrors(node_errors, graph)).toMatchObject({ kind: 'validation' });
	});

	test('ids of runs: canonical UUIDs on new servers, anything on old ones', async () => {
		const given = newId();
		const own = await prompt({ prompt: stillGraph(), prompt_id: given });
		expect(own.json()).toMatchObject({ prompt_id: given, node_errors: {} });
		expect(own.json().number).toBeTypeOf('number');
		const odd = await prompt({ prompt: stillGraph(), prompt_id: given.toUpperCase() });
		if (target().modern) {
			expect([odd.status, odd.json().error.type]).toEqual([400, 'invalid_prompt_id']);
		} else expect(odd.status).toBe(200);
		const made = await prompt({ prompt: stillGraph() });
		expect(made.json().prompt_id).toMatch(/^[0-9a-f-]{36}$/);
	});

	test('a body that is no JSON is 500; a workflow of the page instead of a graph is refused', async () => {
		expect((await prompt('not json')).status).toBe(500);
		const workflow = { nodes: [], links: [], version: 0.4 };
		expect((await prompt({ prompt: workflow })).status).toBe(target().modern ? 500 : 400);
	});
});
