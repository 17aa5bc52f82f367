// Undo and redo. States are whole trees that share what they can, so that keeping them costs little.

export class History {
  #past = [];
  #future = [];
  #join;

  constructor(now) {
    this.now = now;
  }

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** A new state. Steps that follow each other under one `join`, as letters typed in one field do, are undone as one. */
  step(now, join) {
    if (join === undefined || join !== this.#join) this.#past.push(this.now);
    this.#join = join;
    this.#future = [];
    this.now = now;
  }

  /** The next step stands for itself. */
  rest() {
    this.#join = undefined;
  }

  undo() {
    this.#turn(this.#past, this.#future);
  }

  redo() {
    this.#turn(this.#future, this.#past);
  }

  #turn(from, to) {
    if (!from.length) return;
    to.push(this.now);
    this.now = from.pop();
    this.rest();
  }
}
