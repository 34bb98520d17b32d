import { Param, type PipeTransform } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { isBusinessDate, isId, isMonth, type Id } from '@cho40/kernel';
import { ValidateBy, type ValidationOptions } from 'class-validator';
import { platformError } from '../errors';

const textThat =
  (name: string, holds: (text: string) => boolean) => (options?: ValidationOptions) =>
    ValidateBy(
      { name, validator: { validate: (value) => typeof value === 'string' && holds(value) } },
      options,
    );

/** A DTO's field is a day that exists: `2026-11-23`. Type it `BusinessDate`. */
export const IsDay = textThat('isDay', isBusinessDate);

/** A DTO's field is a month: `2026-11`. Type it `Month`. */
export const IsMonth = textThat('isMonth', isMonth);

/** A DTO's field is an id: a UUID in lower case. Type it `Id`. */
export const IsId = textThat('isId', isId);

/** A DTO's field is a name or a sentence: so many signs, the blanks around it not counted. */
export const IsLine = (least: number, most: number) =>
  textThat('isLine', (text) => {
    const { length } = text.trim();
    return length >= least && length <= most;
  })();

const idPipe: PipeTransform<string, Id> = {
  transform: (text) => {
    if (!isId(text)) throw platformError('notFound');
    return text;
  },
};

/** A path's id; what is no id answers like a missing object: `@IdParam() id: Id`. */
export const IdParam =
  (name = 'id'): ParameterDecorator =>
  (controller, route, index) => {
    Param(name, idPipe)(controller, route, index);
    // A branded text is told to decorators as Object, which the API's document leaves out.
    const method = route && Object.getOwnPropertyDescriptor(controller, route);
    if (route && method)
      ApiParam({ name, schema: { type: 'string', format: 'uuid' } })(controller, route, method);
  };
