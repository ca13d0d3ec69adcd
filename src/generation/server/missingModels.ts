import { choicesOf, type ObjectInfo } from '#comfy/protocol/objectInfo.ts';
import {
	type ModelChoice,
	type ModelRole,
	modelRoleNames,
	modelRoles,
} from '#comfy/workflow/modelRoles.ts';

export interface MissingModel {
	readonly role: ModelRole;
	readonly file: string;
	/** Folder under ComfyUI's models/. */
	readonly folder: string;
}

/** Files that are chosen and that the server does not have; a loader that the server lacks is not judged. */
export function missingModels(info: ObjectInfo, choice: ModelChoice): readonly MissingModel[] {
	return modelRoleNames.flatMap((role) => {
		const { classType, input, folder } = modelRoles[role];
		const choices = choicesOf(info, classType, input);
		const file = choice[role];
		return !choices || choices.includes(file) ? [] : [{ role, file, folder }];
	});
}
