/** A stand-in's refusal: the name that the service gives it, and why. */
export class Refused extends Error {
  override name: string;
  statusCode: number;
  constructor(name: string, message: string, statusCode = 400) {
    super(message);
    this.name = name;
    this.statusCode = statusCode;
  }
}
