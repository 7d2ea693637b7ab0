/** Runs the newest wishes first, a few at a time, and calls off what nobody waits for any more. */
export class BucketLoader<TRequest> {
  private wanted: TRequest[] = [];
  private readonly running = new Map<TRequest, AbortController>();

  constructor(
    private readonly load: (request: TRequest, signal: AbortSignal) => Promise<void>,
    private readonly maxRunning = 3,
  ) {}

  /** Replaces all wishes, most urgent first; running loads that are no longer wished for are called off. */
  want(requests: readonly TRequest[]): void {
    for (const [request, controller] of this.running) {
      if (requests.includes(request)) continue;
      controller.abort();
      this.running.delete(request);
    }
    this.wanted = requests.filter((request) => !this.running.has(request));
    this.pump();
  }

  private pump(): void {
    while (this.running.size < this.maxRunning) {
      const next = this.wanted.shift();
      if (next === undefined) return;
      void this.run(next);
    }
  }

  private async run(request: TRequest): Promise<void> {
    const controller = new AbortController();
    this.running.set(request, controller);
    await this.load(request, controller.signal);
    if (this.running.get(request) === controller) this.running.delete(request);
    if (!controller.signal.aborted) this.pump();
  }
}
