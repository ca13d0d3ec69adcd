import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { batchCommand } from './batch/batchCommand.ts';
import { convertCommand } from './convert/convertCommand.ts';
import { generateCommand } from './generate/generateCommand.ts';
import { influenceCommand } from './influence/influenceCommand.ts';
import { metricsCommand } from './metrics/metricsCommand.ts';
import { sampleCommand } from './sample/sampleCommand.ts';
import { serveCommand } from './serve/serveCommand.ts';
import { endUsageErrors } from './shell/usageEnd.ts';
import { validateCommand } from './validate/validateCommand.ts';
import { visualizeCommand } from './visualize/visualizeCommand.ts';
import { workflowCommand } from './workflow/workflowCommand.ts';

// Two folders up from src/cli and from dist/cli alike.
const packageRoot = new URL('../../', import.meta.url);
const { version } = JSON.parse(readFileSync(new URL('package.json', packageRoot), 'utf8')) as {
	version: string;
};
const appFolder = fileURLToPath(new URL('dist/app', packageRoot));

const workflowFile = new URL('workflows/video_wan_ati.json', packageRoot);

const program = new Command('wan-ati')
	.description('Draw motion paths over a picture, generate the video with Wan 2.1 ATI.')
	.version(version)
	.addCommand(generateCommand({ workflowFile }))
	.addCommand(batchCommand({ workflowFile }))
	.addCommand(validateCommand())
	.addCommand(visualizeCommand())
	.addCommand(convertCommand())
	.addCommand(sampleCommand())
	.addCommand(influenceCommand())
	.addCommand(metricsCommand())
	.addCommand(serveCommand({ version, appFolder }))
	.addCommand(workflowCommand())
	.addHelpText('after', '\nwan-ati COMMAND --help has examples.');

endUsageErrors(program);
// A reader that goes away (`| head`, a closed terminal) must not end a run that is going on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
// `npm run` works in the checkout; the paths that a person types are from where they stand.
const { npm_lifecycle_event: script, INIT_CWD: typedIn } = process.env;
if (script === 'wan-ati' && typedIn !== undefined) process.chdir(typedIn);
await program.parseAsync();
