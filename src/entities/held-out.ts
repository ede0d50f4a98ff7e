import { hashText } from "../tagger/feature.ts";

/** A fixed tenth of the articles is never trained on, so that the accuracy of the model in the package can be tested. */
export const isHeldOut = (id: string): boolean => hashText(id) % 10 === 0;
