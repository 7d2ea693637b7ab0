import { DefaultNamingStrategy } from 'typeorm';

/** Columns are the snake_case of their properties: `takenLocal` is `taken_local`. */
export class SnakeNaming extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? propertyName.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
