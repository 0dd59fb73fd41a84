ALTER TYPE "MaterialKind" ADD VALUE 'link' BEFORE 'text';
ALTER TYPE "ReleaseRule" ADD VALUE 'beforeSession' BEFORE 'afterSession';
