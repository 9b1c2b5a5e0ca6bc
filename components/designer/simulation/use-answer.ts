import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { answerQuestion, type SimulationAnswer, type SimulationQuestion } from './simulation-question.ts';

/** A pause in typing, ms. */
const quietMs = 80;

/** An answer with the question it is to. */
export interface Answered {
  question: SimulationQuestion;
  answer: SimulationAnswer;
}

/**
 * Has questions answered in a worker, the newest only; the last answer stays until the next is there. Null: nothing is asked.
 * `question` must be memoised.
 */
export function useAnswer(question: SimulationQuestion | null): Answered | null {
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [worker, setWorker] = useState<Worker | null | 'refused'>(null);
  const wanted = question !== null;
  useEffect(() => {
    if (!wanted) return;
    let made: Worker;
    try {
      made = new Worker(new URL('./simulate.worker.ts', import.meta.url), { type: 'module' });
    } catch {
      setWorker('refused');
      return;
    }
    made.onerror = () => setWorker('refused');
    setWorker(made);
    return () => {
      made.terminate();
      setWorker(null);
    };
  }, [wanted]);
  const take = useEffectEvent((of: SimulationQuestion, answer: SimulationAnswer) => {
    if (of === question) setAnswered({ question: of, answer });
  });
  const asked = useRef(0);
  useEffect(() => {
    if (question === null || worker === null) return;
    const id = ++asked.current;
    const timer = setTimeout(() => {
      if (worker === 'refused') {
        take(question, answerQuestion(question));
        return;
      }
      worker.onmessage = (event: MessageEvent<{ id: number; answer: SimulationAnswer }>) => {
        if (event.data.id === id) take(question, event.data.answer);
      };
      worker.postMessage({ id, question });
    }, quietMs);
    return () => clearTimeout(timer);
  }, [question, worker]);
  return wanted ? answered : null;
}
