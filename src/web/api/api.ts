import { Router } from "express";
import { rateLimit } from "express-rate-limit";
import { DomainError } from "../../domain/errors";
import { deskRoutes } from "./desk";
import { loanPaperRoutes } from "./loan-papers";
import { operationRoutes, type OperationParts } from "./operations";
import { paperRoutes, type PaperParts } from "./papers";
import { photoRoutes, type PhotoParts } from "./photos";

/** Everything that the API of the pages needs. */
export interface ApiParts extends OperationParts, PaperParts, PhotoParts {
  /** Requests of one address in a minute; 600 unless told: a hall full of people may share one. */
  requestsPerMinute?: number;
}

/** The API of the pages. What it answers is kept by nobody on its way, and nobody may put it into a frame. */
export function createApi(parts: ApiParts): Router {
  const router = Router();
  router.use(
    rateLimit({
      windowMs: 60_000,
      limit: parts.requestsPerMinute ?? 600,
      standardHeaders: "draft-8",
      legacyHeaders: false,
      handler: (_req, _res, next) => next(new DomainError("page.too-fast", {})),
    }),
  );
  router.use((_req, res, next) => {
    res.set("cache-control", "no-store");
    next();
  });
  router.use("/operations", operationRoutes(parts));
  router.use("/papers", paperRoutes(parts));
  router.use("/loan-papers", loanPaperRoutes(parts));
  router.use("/desk", deskRoutes(parts));
  router.use("/photos", photoRoutes(parts));
  return router;
}
