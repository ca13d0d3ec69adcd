import type { ServerError } from '#serve/createServer.ts';
import type { UpstreamError } from '#serve/upstream.ts';

/** What went wrong and what to do, on one line. */
export function describeServeError(error: ServerError | UpstreamError): string {
	switch (error.kind) {
		case 'appMissing':
			return `${error.folder} holds no built app. Run "npm run build" first.`;
		case 'portBusy':
			return `port ${error.port} is in use. Give another one with --port, or stop the program that has it.`;
		case 'portForbidden':
			return `port ${error.port} may not be opened by this user. Ports from 1024 up may.`;
		case 'hostUnavailable':
			return `${error.host} is not an address of this machine. Leave --host out for 127.0.0.1.`;
		case 'hostNeedsAllowHost':
			return `--host ${error.host} can be reached by others, so it needs --allow-host NAME: the name they will type.`;
		case 'notAUrl':
			return `"${error.text}" is not [NAME=]URL, such as http://127.0.0.1:8188 or gpu=http://gpu.lan:8188.`;
		case 'wrongScheme':
			return `"${error.text}" is neither http nor https.`;
		case 'credentialsInUrl':
			return `the URL of "${error.name}" holds a user name or password. Put "Basic ..." or a token in a file and give it with --token-file ${error.name}=PATH.`;
		case 'duplicateName':
			return `two ComfyUIs are called "${error.name}". Name them: --comfyui NAME=URL.`;
		case 'unknownName':
			return `--token-file "${error.name}" is not NAME=PATH for the name of a ComfyUI that was given.`;
		case 'badToken':
			return `the token of "${error.name}" cannot be used: ${error.reason}.`;
	}
}
