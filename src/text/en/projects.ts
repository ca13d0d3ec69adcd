/** Texts of the project list, of sharing, and of what happens to stored shots. */
export const projects = {
	title: 'Projects',
	description: 'Every shot is kept here by itself, on this computer only.',
	list: 'Projects',
	newShot: 'New shot',
	openFile: 'Open project file',
	open: (name: string) => `Open ${name}`,
	more: (name: string) => `More for ${name}`,
	rename: 'Rename',
	renameField: (name: string) => `New name of ${name}`,
	duplicate: 'Duplicate',
	remove: 'Delete',
	isOpen: 'Open now',
	unnamed: 'Untitled',
	tracks: (count: number) => `${count} ${count === 1 ? 'track' : 'tracks'}`,
	empty: 'No projects yet',
	emptyText: 'Add a picture or open a starter shot: from the first change on it is kept here.',
	loading: 'Reading projects',
	notRead: 'The projects could not be read',
	room: (used: string, quota: string) => `${used} of ${quota} used, results included`,

	removed: (name: string) => `Deleted ${name}`,
	failed: 'That did not work',
	failedText: 'The browser refused to store or read the project. Nothing else has changed.',
	missing: 'This project is gone',
	missingText: 'Another tab may have deleted it.',
	unreadable: (name: string) => `${name || 'A project'} cannot be read`,
	unreadableText:
		'It was stored by another version or is damaged. It is kept as it is; update the app to open it.',

	keptBoth: 'Both versions are kept',
	keptBothText: (name: string) =>
		`Another tab changed this shot too. Yours goes on as ${name}; the other one is under Projects.`,
	keptBothStep: 'Keep both versions',
	changedElsewhere: 'This shot was changed in another tab',
	changedElsewhereText: 'When you change it here, both versions are kept.',
	showIt: 'Show it',
	openElsewhere: 'This shot is open in another tab too',
	openElsewhereText: 'If both change it, both versions are kept.',

	pictureNotStored: 'A start image could not be stored',
	pictureNotStoredText:
		'The browser is out of room or refuses storage. Save a project file before you close the page.',
	notSaved: 'The shot could not be saved',
	notSavedText:
		'The browser is out of room or refuses storage. Save a project file, or delete results and projects; then it is tried again.',
	almostFull: 'The browser is almost out of room',
	almostFullText: (left: string) =>
		`${left} left. Everything is still saved; delete results or projects, or download what you want to keep.`,
	saveFile: 'Save project file',

	share: {
		title: 'Share this shot',
		link: 'Link',
		linkHint: (used: string, limit: string) =>
			`Tracks, prompt and settings, ${used} of ${limit} kB; not the picture. It opens as a copy and runs nothing. Paste it into any Wan ATI Studio.`,
		copy: 'Copy link',
		copied: 'Copied',
		tooLong: (needed: string, limit: string) =>
			`This shot needs ${needed} kB, a link holds ${limit}. Simplify long tracks, or send the picture or the project file below.`,
		picture: 'Picture with the project inside',
		pictureHint:
			'A PNG that shows the shot. Dropped into Wan ATI Studio it opens with its start image.',
		drawTracks: 'Draw the tracks on it',
		savePicture: 'Save PNG',
		file: 'Project file',
		fileHint: 'Everything, with the start image: .wanati.json.',
		saveFile: 'Save project',
		noPicture: 'The start image is not on this computer, so there is no picture to save.',
	},
	png: {
		tooLarge: 'The project is too large for a PNG. Save a project file.',
		damaged:
			'The project inside this PNG is damaged. Ask for the file itself: some services change pictures that are sent.',
	},
	shared: {
		opened: (name: string) => `Opened a copy of ${name}`,
		openedText: 'From a link, so without its picture: choose the start image to see it.',
		failed: 'This link cannot be opened',
		tooLong: 'It is longer than a link of ours can be.',
		tooLarge: 'It holds more than a shot can be.',
		damaged: 'It was cut off or changed on its way. Copy it again, whole.',
		step: 'Open shared shot',
	},
	continueShot: {
		button: 'Continue this shot',
		hint: 'The last frame becomes the start image of a new shot',
		step: 'Continue this shot',
		opened: (name: string) => `${name} begins with the last frame`,
		left: (count: number) =>
			count === 1
				? '1 track had left the picture and is not in it.'
				: `${count} tracks had left the picture and are not in it.`,
		frameName: (name: string) => `${name}, last frame.png`,
		failed: 'The last frame could not be read',
		failedText: 'This browser does not decode the video. The result is as it was.',
	},
};
