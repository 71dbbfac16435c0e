export const PlanPage = ({ id }: { readonly id: string }) => <div>{id}</div>;
