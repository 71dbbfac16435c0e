export type InTurn = <T>(task: () => Promise<T>) => Promise<T>;

/** Runs tasks one after another. One that fails fails for who asked; the next has its turn. */
export function takingTurns(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const turn = last.then(task);
    last = turn.catch(() => undefined);
    return turn;
  };
}
