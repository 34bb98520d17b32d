import { Injectable } from '@nestjs/common';
import { Database, systemActor } from '@cho40/platform';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const STATES = ['waiting', 'running', 'dead'] as const;

/** Figures for Prometheus: patterns, states and times, never an id or a name. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'cho40_http_request_seconds',
    help: 'Time from a request to its answer, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [this.registry],
  });
  private readonly jobs = new Gauge({
    name: 'cho40_jobs',
    help: 'Jobs by state',
    labelNames: ['state'],
    registers: [this.registry],
  });

  constructor(private readonly db: Database) {
    collectDefaultMetrics({ register: this.registry });
  }

  sawRequest(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status }, seconds);
  }

  async text(): Promise<string> {
    const counts = await this.db.read(systemActor([]), (tx) =>
      tx.sql<{ state: string; n: number }>(
        `select state, count(*) as n from platform.job where state <> 'done' group by state`,
      ),
    );
    for (const state of STATES)
      this.jobs.set({ state }, counts.find((each) => each.state === state)?.n ?? 0);
    return this.registry.metrics();
  }
}
