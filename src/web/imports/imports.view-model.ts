import type { Import } from '../../features/imports/dto/import.js';
import { illustrativeTag } from '../shared/illustrative.js';
