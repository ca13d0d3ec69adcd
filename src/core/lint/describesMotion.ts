/** Beginnings of words of motion, English and French; what ends in -ing counts too. */
const stems =
	'mov|fly|flies|flew|run|walk|glid|drift|rise|rising|rose|fall|fell|turn|rotat|spin|swim|swam|swing|waves |waving|roll|slid|jump|leap|lift|pans |zoom|orbit|sway|float|flow|bounc|driv|ride|riding|climb|drop|push|pull|shak|danc|nod|blink|open|clos|soar|cross|pass|goes|went|comes|came|follow|approach|leav|travel|march|chas|rush|race|racing|sail|rows |skat|surf|dive|diving|creep|crawl|sink|blow|spread|stretch|rais|lower|tilt|lean|bend|twist|whirl|circl|hover|flap|flicker|pour|drip|throw|catch|kick|reach|trot|gallop|motion|speed|' +
	'boug|vole|volan|courent|courir|glis|monte |montent|montan|descend|tourn|nag|balanc|saut|tomb|flott|avanc|recul|déplac|travers|mouvement|ondul|oscill|pivot|dériv|élev|lèv|baiss|ouvr|ferm|roul|march|danse|danç|secou|jette|lanc|grimp|plong|navigu|agit|pass|éloign|approch|souffl|coulan|coulent';

const motion = new RegExp(`(^|[^\\p{L}])(${stems})|\\p{L}{3,}ing([^\\p{L}]|$)`, 'iu');
/** Nouns that only look like it. */
const still =
	/\b(morning|evening|building|painting|ceiling|clothing|nothing|something|everything|lighting|string|spring|king|ring|wing|during|standing|sitting|lying|flying saucer)\b/gi;

/**
 * Whether a prompt says that something moves. Generous: only a prompt without any word of motion is told of. What is
 * not in Latin letters (Wan reads Chinese) is taken to say it.
 */
export function describesMotion(prompt: string): boolean {
	if (/[^\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u.test(prompt)) return true;
	return motion.test(prompt.replace(still, ' '));
}
