/**
 * The requirement set that the add-in declares: every member of office.js in this folder came with it or earlier. Table.resize
 * decides it; docs/decisions/0011 says which versions of Excel are left out, and why a lower set would let none in.
 */
export const EXCEL_API = '1.13';
