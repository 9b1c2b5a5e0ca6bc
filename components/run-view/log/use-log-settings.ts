'use client';
import { useMemo, useState } from 'react';

export interface LogSettings {
  search: string;
  setSearch: (search: string) => void;
  level: 'all' | 'warning' | 'error';
  setLevel: (level: 'all' | 'warning' | 'error') => void;
  wrap: boolean;
  setWrap: (wrap: boolean) => void;
  follow: boolean;
  setFollow: (follow: boolean) => void;
}

/** How logs are looked at; kept while the page is open, whatever task or attempt is chosen. */
export function useLogSettings(): LogSettings {
  const [search, setSearch] = useState('');
  const [level, setLevel] = useState<LogSettings['level']>('all');
  const [wrap, setWrap] = useState(true);
  const [follow, setFollow] = useState(true);
  return useMemo(() => ({ search, setSearch, level, setLevel, wrap, setWrap, follow, setFollow }), [search, level, wrap, follow]);
}
