import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { invariant } from '@cho40/kernel';
import { accessOf, type Access } from '@cho40/platform';

/** A route with what it asks of its caller. */
export interface Route {
  readonly method: string;
  /** Without the program's prefix: `/markets/:id`. */
  readonly path: string;
  readonly access: Access | undefined;
}

/** Every route of the program; one without a permission keeps the program from starting. */
@Injectable()
export class RouteRights implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  onModuleInit(): void {
    for (const { method, path, access } of this.routes())
      invariant(access !== undefined, 'a route without a permission', {
        route: `${method} ${path}`,
      });
  }

  routes(): Route[] {
    return this.discovery
      .getControllers()
      .flatMap(({ metatype }) => (typeof metatype === 'function' ? this.routesOf(metatype) : []))
      .sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
  }

  private routesOf(controller: { prototype: Record<string, object> }): Route[] {
    const { prototype } = controller;
    const base: string = Reflect.getMetadata(PATH_METADATA, controller) ?? '';
    return this.scanner.getAllMethodNames(prototype).flatMap((name) => {
      const handler = prototype[name];
      if (!handler) return [];
      const path: string | undefined = Reflect.getMetadata(PATH_METADATA, handler);
      const method: RequestMethod | undefined = Reflect.getMetadata(METHOD_METADATA, handler);
      if (path === undefined || method === undefined) return [];
      const access = accessOf({ getHandler: () => handler, getClass: () => controller });
      const whole = `/${base}/${path}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
      return [{ method: RequestMethod[method], path: whole, access }];
    });
  }
}
