import type { Command } from 'commander';
import type { ShellName } from './completionCommand.ts';

/** What can be completed after one command. */
interface Node {
	/** `workflow convert`; '' for the program. */
	readonly path: string;
	readonly words: readonly string[];
	/** Values of options and arguments that have a closed set. */
	readonly choices: Readonly<Record<string, readonly string[]>>;
	readonly description: string;
}

/** The script that a shell reads. Files are completed where nothing else is known. */
export function completionScript(program: Command, shell: ShellName): string {
	const nodes = nodesOf(program, '');
	return { bash: bashScript, zsh: zshScript, fish: fishScript }[shell](program.name(), nodes);
}

function nodesOf(command: Command, path: string): Node[] {
	const options = command.options.filter(({ hidden }) => !hidden);
	const choices = Object.fromEntries(
		options.flatMap(({ long, argChoices }) => (long && argChoices ? [[long, argChoices]] : [])),
	);
	const values = command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []);
	return [
		{
			path,
			words: [
				...command.commands.map((one) => one.name()),
				...values,
				...options.flatMap(({ long }) => long ?? []),
				'--help',
			],
			choices,
			description: command.description(),
		},
		...command.commands.flatMap((one) =>
			nodesOf(one, path === '' ? one.name() : `${path} ${one.name()}`),
		),
	];
}

const functionName = (name: string): string => `_${name.replace(/\W/g, '_')}`;

/** `case` lines: by command and option, then by command. */
function casesOf(nodes: readonly Node[]): string {
	const byOption = nodes.flatMap(({ path, choices }) =>
		Object.entries(choices).map(
			([option, values]) => `    "${path}:${option}") words="${values.join(' ')}" ;;`,
		),
	);
	const byCommand = nodes.map(
		({ path, words }) => `    "${path}:"*) words="${words.join(' ')}" ;;`,
	);
	return [...byOption, ...byCommand].join('\n');
}

/** The longest run of leading words that names a command. */
const findCommand = (nodes: readonly Node[]): string =>
	`  case "$first $second" in\n${nodes
		.filter(({ path }) => path.includes(' '))
		.map(({ path }) => `    "${path}") command="${path}" ;;`)
		.join('\n')}\n    *) case "$first" in ${nodes
		.filter(({ path }) => path !== '' && !path.includes(' '))
		.map(({ path }) => path)
		.join('|')}) command="$first" ;; esac ;;\n  esac`;

const bashScript = (name: string, nodes: readonly Node[]): string => `# ${name} completion for bash
${functionName(name)}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}"
  local first="" second="" command="" words=""
  [ "$COMP_CWORD" -gt 1 ] && first="\${COMP_WORDS[1]}"
  [ "$COMP_CWORD" -gt 2 ] && second="\${COMP_WORDS[2]}"
${findCommand(nodes)}
  case "$command:$previous" in
${casesOf(nodes)}
  esac
  COMPREPLY=()
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    *) COMPREPLY=($(compgen -W "$(printf '%s\\n' $words | grep -v '^-')" -- "$current") $(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F ${functionName(name)} ${name}
`;

const zshScript = (name: string, nodes: readonly Node[]): string => `#compdef ${name}
# ${name} completion for zsh
${functionName(name)}() {
  local first="" second="" command="" text="" previous="\${words[CURRENT-1]}"
  (( CURRENT > 2 )) && first="\${words[2]}"
  (( CURRENT > 3 )) && second="\${words[3]}"
${findCommand(nodes)}
  case "$command:$previous" in
${casesOf(nodes).replaceAll(' words=', ' text=')}
  esac
  compadd -- \${=text}
  _files
}
if [ "$funcstack[1]" = "${functionName(name)}" ]; then ${functionName(name)}; else compdef ${functionName(name)} ${name}; fi
`;

const fishScript = (name: string, nodes: readonly Node[]): string => {
	const quote = (text: string): string =>
		`'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
	const lines = nodes.flatMap(({ path, words, choices }) => {
		const inside =
			path === ''
				? '__fish_use_subcommand'
				: path
						.split(' ')
						.map((word) => `__fish_seen_subcommand_from ${word}`)
						.join('; and ');
		return words.map((word) => {
			if (!word.startsWith('--')) {
				const description = nodes.find(
					(node) => node.path === `${path} ${word}`.trim(),
				)?.description;
				return `complete -c ${name} -n ${quote(inside)} -a ${word}${description === undefined ? '' : ` -d ${quote(description)}`}`;
			}
			const values = choices[word];
			return `complete -c ${name} -n ${quote(inside)} -l ${word.slice(2)}${values ? ` -xa ${quote(values.join(' '))}` : ''}`;
		});
	});
	return `# ${name} completion for fish\n${lines.join('\n')}\n`;
};
