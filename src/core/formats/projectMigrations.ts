/** Version that is written. Raise it together with a migration from the one before. */
export const projectVersion = 1;

export type RawProject = Readonly<Record<string, unknown>>;

/** `migrations[n]` turns the raw content of version n into version n + 1; it must not trust the shape. */
export type Migrations = Readonly<Record<number, (project: RawProject) => RawProject>>;

const migrations: Migrations = {};

/** The raw content of an older version as this version would have written it. */
export function migrateProject(
	project: RawProject,
	version: number,
	steps: Migrations = migrations,
	target: number = projectVersion,
): RawProject {
	let migrated = project;
	for (let n = version; n < target; n++) {
		const step = steps[n];
		if (!step) throw new Error(`No migration from project version ${n}`);
		migrated = step(migrated);
	}
	return migrated;
}
