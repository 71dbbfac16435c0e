export const PlansPage = () => <div />;
