import styles from './SideLetter.module.css';

/** The mark of a side of the comparison. @param hidden What is beside it says the letter already. */
export const SideLetter = ({
	letter,
	hidden = false,
}: {
	readonly letter: 'A' | 'B';
	readonly hidden?: boolean;
}) => (
	<span className={styles.letter} data-letter={letter} aria-hidden={hidden || undefined}>
		{letter}
	</span>
);
