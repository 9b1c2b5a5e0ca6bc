/** Text as a search compares it: compatibility forms made one, small letters. */
export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase();
