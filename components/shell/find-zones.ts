/** Zones that browsers still list by the name they had; left the old one, right that of the IANA database today. */
const renamed: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Coral_Harbour': 'America/Atikokan',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
};

let known: { zone: string; words: string }[] | null = null;

/** Every zone by the name of today, UTC first, with all the words it is found by. */
function zones(): { zone: string; words: string }[] {
  if (known !== null) return known;
  const words = new Map([['UTC', 'utc']]);
  for (const listed of Intl.supportedValuesOf('timeZone')) {
    const zone = renamed[listed] ?? listed;
    words.set(zone, `${words.get(zone) ?? zone.toLowerCase()} ${listed.toLowerCase()}`);
  }
  const [utc, ...rest] = [...words].map(([zone, all]) => ({ zone, words: all }));
  known = [...(utc ? [utc] : []), ...rest.sort((a, b) => (a.zone < b.zone ? -1 : 1))];
  return known;
}

/** IANA zones whose name, of today or of old, has what is searched for; at most `most`. Everything matches an empty search. */
export function findZones(search: string, most = 60): string[] {
  const wanted = search.trim().toLowerCase().replaceAll(' ', '_');
  return zones()
    .filter(({ words }) => words.includes(wanted))
    .slice(0, most)
    .map(({ zone }) => zone);
}
