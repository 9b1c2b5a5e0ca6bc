'use client';
import { useEffect, useState } from 'react';

const place = 'drawloom.dense';

/** Whether the list is dense, kept in this browser. */
export function useDensity(): [dense: boolean, setDense: (dense: boolean) => void] {
  const [dense, setDense] = useState(false);
  useEffect(() => {
    try {
      setDense(localStorage.getItem(place) === '1');
    } catch {
      // Without storage it is as usual.
    }
  }, []);
  return [
    dense,
    (next) => {
      setDense(next);
      try {
        localStorage.setItem(place, next ? '1' : '0');
      } catch {
        // Not kept then.
      }
    },
  ];
}
